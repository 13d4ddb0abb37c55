"""Three-valued conditions: parsed from phrases, answered for all suppliers at once, explained for one."""
