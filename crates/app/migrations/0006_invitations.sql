-- Who was asked, and how they answered; and the names people add without an account.

CREATE TABLE invitation (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    party       UUID REFERENCES party (id),
    role        TEXT NOT NULL,
    lead        BOOLEAN NOT NULL,
    name        TEXT NOT NULL,
    email       TEXT,
    language    TEXT NOT NULL,
    message     UUID REFERENCES text (id),
    asked_by    UUID REFERENCES member (id),
    asked_at    BIGINT NOT NULL,
    sleeps_at   BIGINT NOT NULL,
    state       TEXT NOT NULL,
    answered_at BIGINT,
    person      UUID REFERENCES person (id),
    version     BIGINT NOT NULL
);
CREATE INDEX invitation_by_partnership ON invitation (partnership, state);
-- One row for each link that was handed out: the mail's, and each printed slip's.
CREATE TABLE invitation_link (
    token_hash BYTEA PRIMARY KEY,
    invitation UUID NOT NULL REFERENCES invitation (id),
    made_at    BIGINT NOT NULL
);

-- "Add my name": a supporter without an account. No address is kept.
CREATE TABLE pledge (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    name        TEXT NOT NULL,
    connection  TEXT NOT NULL,
    language    TEXT NOT NULL,
    token_hash  BYTEA NOT NULL,
    added_at    BIGINT NOT NULL,
    taken_back  BIGINT
);
CREATE INDEX pledge_by_partnership ON pledge (partnership, added_at);
CREATE UNIQUE INDEX pledge_token_hash_key ON pledge (token_hash);
