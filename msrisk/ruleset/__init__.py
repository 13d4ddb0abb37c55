"""YAML to a checked RuleSet: loading, overlays, and the tests that every rule carries."""
