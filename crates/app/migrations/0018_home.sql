-- What was done today is found by the clock; what a person is told of later is found by who did it.
CREATE INDEX record_entry_by_time ON record_entry (partnership, at);
