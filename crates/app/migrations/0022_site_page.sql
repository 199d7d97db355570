-- A sharing agreement may also be with everybody: then it has no receiver, its level is 'public', and the pages of the
-- sites above show what it covers. A column that may be empty cannot be made from one that may not on both engines, so the
-- table is made anew.

CREATE TABLE sharing_agreement_new (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    receiver    UUID REFERENCES partnership (id),
    agreed_at   BIGINT NOT NULL,
    ended_at    BIGINT,
    ended_by    UUID REFERENCES party (id)
);
INSERT INTO sharing_agreement_new (id, partnership, sharing, receiver, agreed_at, ended_at, ended_by)
SELECT id, partnership, sharing, receiver, agreed_at, ended_at, ended_by FROM sharing_agreement;
DROP TABLE sharing_agreement;
ALTER TABLE sharing_agreement_new RENAME TO sharing_agreement;
CREATE INDEX sharing_agreement_by_receiver ON sharing_agreement (receiver, ended_at);
CREATE INDEX sharing_agreement_by_partnership ON sharing_agreement (partnership, ended_at);
CREATE INDEX sharing_agreement_by_sharing ON sharing_agreement (sharing, ended_at);
