"""Settings. `base` fails closed; `development`, `test` and `production` say only what differs."""
