-- The joint record: one RFC 6962 tree per partnership, appended in the act's own transaction.
-- `body` is the canonical entry; texts are committed to by salted hash and kept beside it.

CREATE TABLE record_head (
    partnership UUID PRIMARY KEY REFERENCES partnership (id),
    size        BIGINT NOT NULL,
    head        BYTEA NOT NULL
);
CREATE TABLE record_entry (
    partnership UUID NOT NULL REFERENCES partnership (id),
    seq         BIGINT NOT NULL,
    at          BIGINT NOT NULL,
    kind        TEXT NOT NULL,
    about       UUID,
    body        BYTEA NOT NULL,
    leaf        BYTEA NOT NULL,
    code        TEXT NOT NULL,
    PRIMARY KEY (partnership, seq)
);
CREATE INDEX record_entry_about ON record_entry (about);
CREATE TABLE record_text (
    partnership UUID NOT NULL REFERENCES partnership (id),
    hash        BYTEA NOT NULL,
    seq         BIGINT NOT NULL,
    place       BIGINT NOT NULL,
    role        TEXT NOT NULL,
    language    TEXT NOT NULL,
    salt        BYTEA,
    content     TEXT,
    redacted_at BIGINT,
    PRIMARY KEY (partnership, hash)
);
CREATE INDEX record_text_by_entry ON record_text (partnership, seq);
CREATE TABLE record_checkpoint (
    partnership UUID NOT NULL REFERENCES partnership (id),
    size        BIGINT NOT NULL,
    note        TEXT NOT NULL,
    at          BIGINT NOT NULL,
    PRIMARY KEY (partnership, size)
);
