//! One SQL interface over SQLite and PostgreSQL. It knows nothing of schools.
