# What a partnership has agreed, on one page.
agreements-title = Agreements
agreements-lede = What you have agreed, in one place: what was promised, and when you look at it again.
agreements-promise = What we promise each other
agreements-promise-none = No commitment yet. It is the promise that all must-agree parties sign.
agreements-promise-open = Open the commitment
agreements-commitment = Our commitment
agreements-renew = Since { $since } · renew by { $date }
agreements-since = Since { $since }
agreements-not = These are working agreements. They are not bargaining, waive no right and make no past practice.
