# Places and the ids others know them by.
site-no-name-missing = Write the name of the place.
site-no-zone-unknown = This time zone is not known. It looks like America/Chicago.
site-no-misplaced = A place of this kind cannot stand there.
site-no-nces-taken = Another place has this federal id already.
site-no-name-taken = A place of this kind and name stands there already.
site-nces-not-digits = A federal id holds digits only.
site-nces-length = A federal id for this kind of place has { NUMBER($wanted) } digits. This one has { NUMBER($found) }. Is it the state's own code?
site-nces-other-state = A federal id in this state begins with { $wanted }.
site-nces-other-district = The federal id of a school begins with that of its district, { $wanted }.
site-nces-none-for-kind = Places of this kind have no federal id.
