-- The house's own services: settings, the ordered event table, jobs, mail, files, texts,
-- what was already done (idempotency), attempts (limits), the security log, and keys.
-- One text for both engines. Instants are microseconds since 1970 UTC (BIGINT); dates are TEXT.

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- What happened, in an order that is commit order: the counter is taken under the head's row lock.
-- Feeds live updates, notifications and digests on every node. Never holds user text.
CREATE TABLE event_head (
    partnership UUID PRIMARY KEY,
    last        BIGINT NOT NULL
);
CREATE TABLE event (
    partnership UUID NOT NULL,
    seq         BIGINT NOT NULL,
    at          BIGINT NOT NULL,
    kind        TEXT NOT NULL,
    actor       UUID,
    about       UUID,
    sharing     TEXT NOT NULL,
    PRIMARY KEY (partnership, seq)
);

CREATE TABLE job (
    id           UUID PRIMARY KEY,
    kind         TEXT NOT NULL,
    args         TEXT NOT NULL,
    once_key     TEXT,
    created_at   BIGINT NOT NULL,
    run_at       BIGINT NOT NULL,
    tries        BIGINT NOT NULL,
    leased_until BIGINT,
    leased_by    TEXT,
    dead_at      BIGINT,
    last_error   TEXT
);
CREATE UNIQUE INDEX job_once_key ON job (once_key);
CREATE INDEX job_due ON job (run_at);

-- The outbox. A row is written in the act's transaction; a job sends it after the commit.
CREATE TABLE mail (
    id          UUID PRIMARY KEY,
    partnership UUID,
    to_address  TEXT NOT NULL,
    to_name     TEXT NOT NULL,
    language    TEXT NOT NULL,
    subject     TEXT NOT NULL,
    body        TEXT NOT NULL,
    secret      BOOLEAN NOT NULL,
    created_at  BIGINT NOT NULL,
    sent_at     BIGINT
);
CREATE INDEX mail_by_time ON mail (created_at);

-- One row for each write form that took effect, so that the same form sent twice is done once.
CREATE TABLE done (
    actor    TEXT NOT NULL,
    route    TEXT NOT NULL,
    form_key TEXT NOT NULL,
    form     BYTEA NOT NULL,
    location TEXT NOT NULL,
    notice   TEXT NOT NULL,
    at       BIGINT NOT NULL,
    PRIMARY KEY (actor, route, form_key)
);
CREATE INDEX done_by_time ON done (at);

-- Tries at something that is limited: one row for each thing counted, named by a hash.
CREATE TABLE attempt (
    bucket  TEXT PRIMARY KEY,
    tries   BIGINT NOT NULL,
    since   BIGINT NOT NULL,
    last    BIGINT NOT NULL,
    request UUID NOT NULL
);
CREATE INDEX attempt_by_time ON attempt (last);

CREATE TABLE security_log (
    id      UUID PRIMARY KEY,
    at      BIGINT NOT NULL,
    kind    TEXT NOT NULL,
    person  UUID,
    address TEXT NOT NULL,
    detail  TEXT NOT NULL
);
CREATE INDEX security_log_by_time ON security_log (at);

-- Content-addressed files live in the database, so that two nodes and the backup have them.
CREATE TABLE file (
    hash       BYTEA PRIMARY KEY,
    media_type TEXT NOT NULL,
    size       BIGINT NOT NULL,
    bytes      BYTEA NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE TABLE file_use (
    id           UUID PRIMARY KEY,
    partnership  UUID NOT NULL,
    sharing      TEXT NOT NULL,
    party        UUID,
    team         UUID,
    about        UUID NOT NULL,
    name         TEXT NOT NULL,
    hash         BYTEA NOT NULL REFERENCES file (hash),
    added_by     UUID,
    added_at     BIGINT NOT NULL,
    retention    TEXT NOT NULL,
    keep_until   BIGINT,
    withdrawn_at BIGINT,
    redacted_at  BIGINT,
    legal_hold   BOOLEAN NOT NULL
);

-- What people write. Every private text carries its partnership, a sharing level, its language,
-- a version and its retention, so that scope, translation and lawful removal are one thing each.
CREATE TABLE text (
    id           UUID PRIMARY KEY,
    partnership  UUID NOT NULL,
    sharing      TEXT NOT NULL,
    party        UUID,
    team         UUID,
    about        UUID NOT NULL,
    role         TEXT NOT NULL,
    language     TEXT NOT NULL,
    version      BIGINT NOT NULL,
    body         TEXT NOT NULL,
    author       UUID,
    written_at   BIGINT NOT NULL,
    retention    TEXT NOT NULL,
    keep_until   BIGINT,
    withdrawn_at BIGINT,
    redacted_at  BIGINT,
    legal_hold   BOOLEAN NOT NULL
);
CREATE INDEX text_about ON text (about, role, version);
CREATE TABLE text_translation (
    text        UUID NOT NULL REFERENCES text (id),
    language    TEXT NOT NULL,
    body        TEXT NOT NULL,
    of_version  BIGINT NOT NULL,
    made_by     UUID,
    made_at     BIGINT NOT NULL,
    reviewed_by UUID,
    reviewed_at BIGINT,
    PRIMARY KEY (text, language)
);

-- The install's record keys. In the database so that several nodes sign as one; a backup leaves
-- the secret out unless asked. docs/decisions/record.md says why.
CREATE TABLE signing_key (
    id         UUID PRIMARY KEY,
    host       TEXT NOT NULL,
    public     BYTEA NOT NULL,
    secret     BYTEA,
    created_at BIGINT NOT NULL,
    retired_at BIGINT
);
