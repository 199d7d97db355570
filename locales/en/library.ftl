# The library of lessons, open to everybody.
library-title = The library
library-lede = Short lessons from partnerships that use this server. Each was read by every side before it came here. You need no account.
library-none-title = The shelf is empty
library-none = Lessons come here when each side of a partnership agrees to share them.
library-from = From { $partnership }, { $day }
library-translated = Translated from { $language }, and read by a second person.
library-record = Record no. { NUMBER($number) } · code { $code } in their joint record
library-published = In the library since { $day }
library-taken-up = { $count ->
    [one] One other partnership has taken it up.
   *[other] { $count } other partnerships have taken it up.
}
library-take-up-at = Use it in { $partnership }
library-take-up-hint = You get a copy of your own. It says where it comes from, also if the lesson is taken back later.
library-name-us = They may name us beside it
library-take-up = Take it up
library-taken-back = This lesson was taken back on { $day }.
library-gone-title = A lesson stood here
library-back = See the other lessons
library-print = Print it
