"""The only room that knows SQL: schema, migrations, the door, one query file a subject, loading, release."""
