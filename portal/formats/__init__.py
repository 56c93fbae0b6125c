"""Date and time formats of the two variants, in the layout that FORMAT_MODULE_PATH asks for."""
