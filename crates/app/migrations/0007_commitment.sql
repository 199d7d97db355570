-- The commitment: a text written together, who is named to sign it, who signed, who supports it.

-- `sign_by` is the date that the present state waits for: the last day to sign while it is being
-- signed, the last day to confirm while a signer who left has no successor yet.
CREATE TABLE commitment (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    state       TEXT NOT NULL,
    renews      UUID REFERENCES commitment (id),
    language    TEXT NOT NULL,
    version     BIGINT NOT NULL,
    renew_on    TEXT NOT NULL,
    begun_at    BIGINT NOT NULL,
    since       BIGINT NOT NULL,
    sign_by     BIGINT,
    text_hash   BYTEA,
    signed_at   BIGINT,
    lapse       TEXT,
    reminded    TEXT
);
CREATE INDEX commitment_by_partnership ON commitment (partnership, begun_at);

-- Every version that was ever saved, so that an edit made from any of them can be merged.
CREATE TABLE commitment_version (
    commitment UUID NOT NULL REFERENCES commitment (id),
    version    BIGINT NOT NULL,
    text       UUID NOT NULL REFERENCES text (id),
    renew_on   TEXT NOT NULL,
    member     UUID NOT NULL REFERENCES member (id),
    at         BIGINT NOT NULL,
    PRIMARY KEY (commitment, version)
);

-- Whom a must-agree party named to sign for it.
CREATE TABLE commitment_signer (
    commitment UUID NOT NULL REFERENCES commitment (id),
    member     UUID NOT NULL REFERENCES member (id),
    party      UUID NOT NULL REFERENCES party (id),
    named_at   BIGINT NOT NULL,
    PRIMARY KEY (commitment, member)
);

-- A signature is never removed: it ends, and says why. The name, the job and the party's name are
-- kept as they were when it was given.
CREATE TABLE commitment_signature (
    id         UUID PRIMARY KEY,
    commitment UUID NOT NULL REFERENCES commitment (id),
    version    BIGINT NOT NULL,
    party      UUID NOT NULL REFERENCES party (id),
    party_name TEXT NOT NULL,
    member     UUID NOT NULL REFERENCES member (id),
    name       TEXT NOT NULL,
    job_title  TEXT NOT NULL,
    standing   TEXT NOT NULL,
    at         BIGINT NOT NULL,
    signed_on  TEXT,
    entered_by UUID NOT NULL REFERENCES member (id),
    witness    TEXT,
    ended_at   BIGINT,
    ended_why  TEXT
);
CREATE UNIQUE INDEX commitment_signature_once_key ON commitment_signature (commitment, member)
    WHERE ended_at IS NULL;
CREATE INDEX commitment_signature_by_commitment ON commitment_signature (commitment, at);

CREATE TABLE commitment_supporter (
    commitment UUID NOT NULL REFERENCES commitment (id),
    member     UUID NOT NULL REFERENCES member (id),
    name       TEXT NOT NULL,
    party_name TEXT NOT NULL,
    at         BIGINT NOT NULL,
    PRIMARY KEY (commitment, member)
);
