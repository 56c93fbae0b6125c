"""Forms that anybody may send without an account: no cookie, no third party, and nothing typed is lost."""
