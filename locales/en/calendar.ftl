# One's own calendar feed.
calendar-title = My calendar
calendar-lede = Your calendar can read the meetings you are asked to by itself. It gets an address that is yours alone.
calendar-address = Your address
calendar-once = It is shown only once. Copy it now.
calendar-how = In your calendar, pick “add by address” or “from the web” and put it in.
calendar-who-title = Who can read it
calendar-who = Whoever has this address can read the names, times and places of your meetings. That is also so for the company that keeps your calendar. You can make a new one or stop it at any time.
calendar-since = You have an address since { $day }.
calendar-make = Make my calendar address
calendar-renew = Make a new address
calendar-end = Stop it
calendar-done-made = Your address is made. If you had an older one, it does not work any more.
calendar-done-ended = Your address does not work any more.
calendar-name = Concord: { $name }
