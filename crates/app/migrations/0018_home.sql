-- What was done today is found by the clock; what a person is told of later is found by who did it.
CREATE INDEX record_entry_by_time ON record_entry (partnership, at);

-- When somebody is told by mail of what changed and what waits: their own days and hours on their own clock. `link`
-- lets whoever holds it turn the letters off and do nothing else; each letter holds it.
CREATE TABLE digest (
    person      UUID PRIMARY KEY REFERENCES person (id),
    days        TEXT NOT NULL,
    hour        BIGINT NOT NULL,
    quiet_from  BIGINT NOT NULL,
    quiet_until BIGINT NOT NULL,
    link        TEXT NOT NULL,
    looked_on   TEXT,
    sent_at     BIGINT,
    version     BIGINT NOT NULL
);
CREATE UNIQUE INDEX digest_by_link ON digest (link);
-- The last event somebody was told of, in each partnership they sit in.
CREATE TABLE digest_told (
    person      UUID NOT NULL REFERENCES person (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    seq         BIGINT NOT NULL,
    PRIMARY KEY (person, partnership)
);
-- What somebody asked not to be told of: a topic by its code, or one thing by its id.
CREATE TABLE digest_left_out (
    person UUID NOT NULL REFERENCES person (id),
    what   TEXT NOT NULL,
    PRIMARY KEY (person, what)
);
-- The address a mail program offers for stopping letters of this kind.
ALTER TABLE mail ADD COLUMN unsubscribe TEXT;
