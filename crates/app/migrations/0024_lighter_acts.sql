-- Every act pays for each reference and each index of the rows it leaves, and these find nothing that is not found without
-- them. The record is only ever added to by one function, which has just taken its head's row; `fsck` looks for strays. Acts
-- stand in the order of time, so the key finds those since a moment; what forms led to is forgotten once a night.
DROP INDEX record_entry_by_time;
DROP INDEX done_by_time;

-- SQLite makes a table anew to drop a reference, and its references cost it little: there they stay.
-- postgres:
ALTER TABLE record_entry DROP CONSTRAINT record_entry_partnership_fkey;
ALTER TABLE record_text DROP CONSTRAINT record_text_partnership_fkey;
ALTER TABLE record_checkpoint DROP CONSTRAINT record_checkpoint_partnership_fkey;
ALTER TABLE invitation_link DROP CONSTRAINT invitation_link_new_partnership_fkey;
-- both:
