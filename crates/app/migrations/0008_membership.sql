-- How two leaders come to know each other, when a draft was last woken, and how a party without a
-- lead finds one.

ALTER TABLE partnership ADD COLUMN woken_at BIGINT;

-- The code a lead reads aloud, and whose code they have heard. Wrong tries are counted here.
CREATE TABLE introduction (
    member      UUID PRIMARY KEY REFERENCES member (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    code        TEXT NOT NULL,
    tries       BIGINT NOT NULL,
    tried_at    BIGINT,
    heard       UUID REFERENCES member (id),
    heard_at    BIGINT
);
CREATE INDEX introduction_by_partnership ON introduction (partnership);

-- A lead proposed by the members of a party that has none, or the notice before its successor
-- contact is asked (then `member` is null). It takes effect on its date unless somebody of that party objects.
CREATE TABLE recovery (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    party       UUID NOT NULL REFERENCES party (id),
    member      UUID REFERENCES member (id),
    proposed_by UUID REFERENCES member (id),
    proposed_at BIGINT NOT NULL,
    takes_at    BIGINT NOT NULL,
    state       TEXT NOT NULL,
    ended_at    BIGINT
);
CREATE INDEX recovery_by_party ON recovery (party, state);
