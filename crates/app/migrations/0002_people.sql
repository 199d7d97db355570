-- Who can sign in, from where, and with what.

CREATE TABLE person (
    id            UUID PRIMARY KEY,
    email         TEXT NOT NULL,
    name          TEXT NOT NULL,
    language      TEXT NOT NULL,
    password_hash TEXT,
    operator      BOOLEAN NOT NULL,
    created_at    BIGINT NOT NULL,
    version       BIGINT NOT NULL
);
CREATE UNIQUE INDEX person_email_key ON person (email);

-- Opaque sessions, hashed at rest. A row is a device that its owner can see and revoke.
CREATE TABLE session (
    id           UUID PRIMARY KEY,
    token_hash   BYTEA NOT NULL,
    person       UUID NOT NULL REFERENCES person (id),
    device       TEXT NOT NULL,
    started_at   BIGINT NOT NULL,
    seen_at      BIGINT NOT NULL,
    ends_at      BIGINT NOT NULL,
    proved_at    BIGINT NOT NULL,
    proved_by    TEXT NOT NULL
);
CREATE UNIQUE INDEX session_token_hash_key ON session (token_hash);
CREATE INDEX session_by_person ON session (person);
CREATE INDEX session_by_end ON session (ends_at);

-- A code sent by mail, good only in the browser that asked for it: its hash is over the browser's
-- token as well, which is kept nowhere.
CREATE TABLE sign_in_code (
    id           UUID PRIMARY KEY,
    email        TEXT NOT NULL,
    code_hash    BYTEA NOT NULL,
    browser_hash BYTEA NOT NULL,
    purpose      TEXT NOT NULL,
    asked_at     BIGINT NOT NULL,
    tries        BIGINT NOT NULL,
    used_at      BIGINT
);
CREATE INDEX sign_in_code_by_browser ON sign_in_code (browser_hash, asked_at);
CREATE INDEX sign_in_code_by_time ON sign_in_code (asked_at);
