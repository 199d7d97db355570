-- One version of something is put to the must-agree parties, and each answers once. What was asked is never
-- changed: an edit ends it, and a new version is asked about anew.

CREATE TABLE acceptance_ask (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    kind        TEXT NOT NULL,
    about       UUID NOT NULL,
    version     BIGINT NOT NULL,
    title       TEXT NOT NULL,
    page        TEXT NOT NULL,
    asked_by    UUID NOT NULL REFERENCES member (id),
    asked_at    BIGINT NOT NULL,
    answer_by   BIGINT NOT NULL,
    state       TEXT NOT NULL,
    ended_at    BIGINT
);
CREATE INDEX acceptance_ask_by_partnership ON acceptance_ask (partnership, state);
CREATE INDEX acceptance_ask_by_about ON acceptance_ask (about, asked_at);

CREATE TABLE acceptance (
    ask         UUID NOT NULL REFERENCES acceptance_ask (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    party       UUID NOT NULL REFERENCES party (id),
    member      UUID NOT NULL REFERENCES member (id),
    answer      TEXT NOT NULL,
    reason      UUID REFERENCES text (id),
    at          BIGINT NOT NULL,
    PRIMARY KEY (ask, party)
);
