-- A crisis: activated from a playbook, worked on by five groups, told to the public, stood down, looked back on.

CREATE TABLE crisis (
    id              UUID PRIMARY KEY,
    partnership     UUID NOT NULL REFERENCES partnership (id),
    sharing         TEXT NOT NULL,
    playbook        TEXT NOT NULL,
    name            TEXT NOT NULL,
    state           TEXT NOT NULL,
    activated_by    UUID NOT NULL REFERENCES member (id),
    activated_party UUID NOT NULL REFERENCES party (id),
    activated_at    BIGINT NOT NULL,
    confirm_by      BIGINT NOT NULL,
    confirmed_party UUID REFERENCES party (id),
    confirmed_at    BIGINT,
    ends_on         TEXT NOT NULL,
    closing_party   UUID REFERENCES party (id),
    closing_at      BIGINT,
    ended_at        BIGINT,
    team            UUID,
    version         BIGINT NOT NULL
);
-- One at a time: who acts must never have to ask which.
CREATE UNIQUE INDEX crisis_living_key ON crisis (partnership) WHERE ended_at IS NULL;
CREATE INDEX crisis_by_partnership ON crisis (partnership, activated_at);

-- The five groups of a crisis, and the team each is, where there is one.
CREATE TABLE crisis_group (
    crisis      UUID NOT NULL REFERENCES crisis (id),
    partnership UUID NOT NULL REFERENCES partnership (id),
    grp         TEXT NOT NULL,
    team        UUID,
    PRIMARY KEY (crisis, grp)
);

-- Who leads a group: one for the administration's side, one for the employees'. Named by their own party.
CREATE TABLE crisis_chair (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    crisis      UUID NOT NULL REFERENCES crisis (id),
    grp         TEXT NOT NULL,
    side        TEXT NOT NULL,
    party       UUID NOT NULL REFERENCES party (id),
    member      UUID NOT NULL REFERENCES member (id),
    named_by    UUID NOT NULL REFERENCES member (id),
    named_at    BIGINT NOT NULL,
    ended_at    BIGINT
);
CREATE UNIQUE INDEX crisis_chair_key ON crisis_chair (crisis, grp, side) WHERE ended_at IS NULL;

-- `source` is the place of the question in its playbook, `own` the words that stand instead.
CREATE TABLE crisis_question (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    crisis      UUID NOT NULL REFERENCES crisis (id),
    grp         TEXT NOT NULL,
    position    BIGINT NOT NULL,
    source      BIGINT,
    own         UUID REFERENCES text (id),
    state       TEXT NOT NULL,
    answer      UUID REFERENCES text (id),
    owner       TEXT NOT NULL,
    revisit_on  TEXT,
    changed_by  UUID REFERENCES member (id),
    changed_at  BIGINT NOT NULL,
    version     BIGINT NOT NULL
);
CREATE INDEX crisis_question_by_crisis ON crisis_question (crisis, grp, position);

-- What was decided, by whom, until when, and what would change it sooner. No group: the task force.
CREATE TABLE crisis_decision (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    crisis      UUID NOT NULL REFERENCES crisis (id),
    grp         TEXT,
    body        UUID NOT NULL REFERENCES text (id),
    changes_on  UUID NOT NULL REFERENCES text (id),
    owner       TEXT NOT NULL,
    expires_on  TEXT NOT NULL,
    stance      TEXT,
    made_by     UUID NOT NULL REFERENCES member (id),
    made_party  UUID NOT NULL REFERENCES party (id),
    made_at     BIGINT NOT NULL,
    ended_at    BIGINT,
    version     BIGINT NOT NULL
);
CREATE INDEX crisis_decision_by_crisis ON crisis_decision (crisis, made_at);

-- The other side's word on a decision.
CREATE TABLE crisis_word (
    decision UUID NOT NULL REFERENCES crisis_decision (id),
    party    UUID NOT NULL REFERENCES party (id),
    member   UUID NOT NULL REFERENCES member (id),
    word     TEXT NOT NULL,
    reason   UUID REFERENCES text (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (decision, party)
);

-- A row of the sheet that says when to open, limit and close.
CREATE TABLE crisis_signal (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    crisis      UUID NOT NULL REFERENCES crisis (id),
    grp         TEXT NOT NULL,
    position    BIGINT NOT NULL,
    source      BIGINT,
    name        TEXT NOT NULL,
    comes_from  TEXT NOT NULL,
    unit        TEXT NOT NULL,
    worse       TEXT NOT NULL,
    limit_at    BIGINT NOT NULL,
    close_at    BIGINT NOT NULL,
    reading     BIGINT,
    read_at     BIGINT,
    read_by     UUID REFERENCES member (id),
    version     BIGINT NOT NULL
);
CREATE INDEX crisis_signal_by_crisis ON crisis_signal (crisis, position);

-- What is told to everybody. Its three texts are public; translations stand beside them.
CREATE TABLE crisis_notice (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    crisis      UUID NOT NULL REFERENCES crisis (id),
    language    TEXT NOT NULL,
    known       UUID NOT NULL REFERENCES text (id),
    unknown     UUID NOT NULL REFERENCES text (id),
    ask         UUID NOT NULL REFERENCES text (id),
    next_by     TEXT NOT NULL,
    made_by     UUID NOT NULL REFERENCES member (id),
    party       UUID NOT NULL REFERENCES party (id),
    at          BIGINT NOT NULL
);
CREATE INDEX crisis_notice_by_partnership ON crisis_notice (partnership, at);

-- A side that stands behind what another published.
CREATE TABLE crisis_notice_word (
    notice UUID NOT NULL REFERENCES crisis_notice (id),
    party  UUID NOT NULL REFERENCES party (id),
    member UUID NOT NULL REFERENCES member (id),
    at     BIGINT NOT NULL,
    PRIMARY KEY (notice, party)
);

-- What worries somebody who works here: for the task force and themselves.
CREATE TABLE crisis_concern (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    crisis      UUID NOT NULL REFERENCES crisis (id),
    member      UUID NOT NULL REFERENCES member (id),
    body        UUID NOT NULL REFERENCES text (id),
    at          BIGINT NOT NULL,
    seen_by     UUID REFERENCES member (id),
    seen_at     BIGINT,
    answer      UUID REFERENCES text (id),
    answered_by UUID REFERENCES member (id),
    answered_at BIGINT
);
CREATE INDEX crisis_concern_by_crisis ON crisis_concern (crisis, at);

-- Looking back: what worked, what did not, what stays.
CREATE TABLE crisis_lesson (
    id          UUID PRIMARY KEY,
    partnership UUID NOT NULL REFERENCES partnership (id),
    sharing     TEXT NOT NULL,
    crisis      UUID NOT NULL REFERENCES crisis (id),
    kind        TEXT NOT NULL,
    body        UUID NOT NULL REFERENCES text (id),
    party       UUID NOT NULL REFERENCES party (id),
    member      UUID NOT NULL REFERENCES member (id),
    at          BIGINT NOT NULL
);
CREATE INDEX crisis_lesson_by_crisis ON crisis_lesson (crisis, at);
