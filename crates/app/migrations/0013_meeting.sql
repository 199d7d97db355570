-- Meetings, the items of their agendas, who was asked and who came, what was taken on, and people's calendar feeds.

-- `starts` is the wall clock in `zone`: eight in the morning stays eight in the morning. `version` is for edits,
-- `sequence` counts what calendars were told. `item` and `item_since` say what is being talked about now.
CREATE TABLE meeting (
    id           UUID PRIMARY KEY,
    partnership  UUID NOT NULL REFERENCES partnership (id),
    sharing      TEXT NOT NULL,
    team         UUID,
    title        TEXT NOT NULL,
    state        TEXT NOT NULL,
    starts       TEXT NOT NULL,
    zone         TEXT NOT NULL,
    starts_at    BIGINT NOT NULL,
    minutes      BIGINT NOT NULL,
    place        TEXT NOT NULL,
    room_code    TEXT NOT NULL,
    facilitator  UUID REFERENCES member (id),
    recorder     UUID REFERENCES member (id),
    timekeeper   UUID REFERENCES member (id),
    planned_by   UUID NOT NULL REFERENCES member (id),
    planned_at   BIGINT NOT NULL,
    invited_at   BIGINT,
    begun_at     BIGINT,
    closed_at    BIGINT,
    cancelled_at BIGINT,
    confirm_by   BIGINT,
    settled_at   BIGINT,
    item         UUID,
    item_since   BIGINT,
    sequence     BIGINT NOT NULL,
    version      BIGINT NOT NULL
);
CREATE INDEX meeting_by_partnership ON meeting (partnership, starts_at);

-- An item that was left over or parked stays in its meeting; the one that takes it up again names it in `from_item`.
CREATE TABLE meeting_item (
    id          UUID PRIMARY KEY,
    meeting     UUID NOT NULL REFERENCES meeting (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    place       BIGINT NOT NULL,
    title       TEXT NOT NULL,
    purpose     TEXT NOT NULL,
    owner       UUID REFERENCES member (id),
    minutes     BIGINT NOT NULL,
    state       TEXT NOT NULL,
    from_item   UUID REFERENCES meeting_item (id),
    taken_up    BOOLEAN NOT NULL,
    proposed_by UUID NOT NULL REFERENCES member (id),
    took        BIGINT NOT NULL,
    notes       BIGINT NOT NULL,
    version     BIGINT NOT NULL
);
CREATE INDEX meeting_item_by_meeting ON meeting_item (meeting, place);

-- Who was asked, why, and how they took part. `spoke` counts turns while the meeting runs and is emptied when it closes.
CREATE TABLE meeting_person (
    meeting     UUID NOT NULL REFERENCES meeting (id),
    member      UUID NOT NULL REFERENCES member (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    reason      TEXT NOT NULL,
    told_at     BIGINT,
    presence    TEXT,
    present_at  BIGINT,
    spoke       BIGINT,
    PRIMARY KEY (meeting, member)
);

-- What each side said of the minutes.
CREATE TABLE meeting_answer (
    meeting     UUID NOT NULL REFERENCES meeting (id),
    party       UUID NOT NULL REFERENCES party (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    member      UUID NOT NULL REFERENCES member (id),
    answer      TEXT NOT NULL,
    reason      UUID REFERENCES text (id),
    at          BIGINT NOT NULL,
    PRIMARY KEY (meeting, party)
);

-- A look back in half a minute, with its writer's name.
CREATE TABLE meeting_look (
    meeting     UUID NOT NULL REFERENCES meeting (id),
    member      UUID NOT NULL REFERENCES member (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    norms       TEXT NOT NULL,
    plus        UUID REFERENCES text (id),
    delta       UUID REFERENCES text (id),
    at          BIGINT NOT NULL,
    PRIMARY KEY (meeting, member)
);

CREATE TABLE action (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    team        UUID,
    meeting     UUID,
    item        UUID,
    decision    UUID,
    what        TEXT NOT NULL,
    owner       UUID NOT NULL REFERENCES member (id),
    due         TEXT NOT NULL,
    state       TEXT NOT NULL,
    added_by    UUID NOT NULL REFERENCES member (id),
    added_at    BIGINT NOT NULL,
    settled_at  BIGINT,
    moved       BIGINT NOT NULL,
    version     BIGINT NOT NULL
);
CREATE INDEX action_by_partnership ON action (partnership, state, due);
CREATE INDEX action_by_decision ON action (decision);

-- What became of an action, and why: nothing disappears silently.
CREATE TABLE action_change (
    id          UUID PRIMARY KEY,
    action      UUID NOT NULL REFERENCES action (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    what        TEXT NOT NULL,
    due         TEXT,
    reason      UUID REFERENCES text (id),
    member      UUID NOT NULL REFERENCES member (id),
    at          BIGINT NOT NULL
);
CREATE INDEX action_change_by_action ON action_change (action, at);

-- The calendar feed of a person: whoever holds the address reads it, so only its hash is kept.
CREATE TABLE calendar_feed (
    person   UUID PRIMARY KEY REFERENCES person (id),
    secret   BYTEA NOT NULL,
    begun_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX calendar_feed_secret_key ON calendar_feed (secret);

-- A letter can carry a calendar invitation.
ALTER TABLE mail ADD COLUMN calendar TEXT;
