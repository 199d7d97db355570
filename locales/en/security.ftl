# The operator's page of the security log.
security-title = Security log
security-lede = What happened at the doors of this install in the last 90 days, newest first. It names no mail address and no network address. Two lines with the same tag came from the same place.
security-none = Nothing has happened yet. The first sign-in will show here.
security-older = Show older lines
security-place = place { $tag }
security-signed-in = Signed in
security-joined = Made an account
security-proved = Proved again who they are
security-wrong-password = A wrong password was tried
security-wrong-code = A wrong code was tried
security-limit-reached = A limit on tries was reached
security-signed-out = Signed out
security-session-ended = Signed out another device
security-password-set = Set a password
security-password-removed = Removed a password
security-email-changed = Changed the mail address
security-operator = Did something as operator
