# Everything that waits for somebody, with dates and what happens without an answer; and what they did today.
todo-title = To do
todo-lede = All that waits for you, the nearest date first. Nothing here is ever taken as a yes because you said nothing.
todo-nothing = All is done on your side. When something needs you, it stands here.
todo-since = waits since { $date }
todo-until = by { $date }
todo-soon = Soon
todo-done = Done today
todo-done-none = Nothing yet today.
todo-everywhere = See what waits in all your partnerships
todo-silence-joint = If nobody answers by then, it ends without effect. Only closing the partnership goes through, and the record says “by one side”.
todo-silence-sign = If you do not sign by then, the text opens again. Nobody has promised anything.
todo-silence-confirm = If nobody confirms by then, the commitment stays without force and can be renewed.
todo-silence-renew = If it is not renewed by then, it lapses. It can be renewed later.
todo-silence-other = If you say nothing, that is never a yes. The page says what happens then.
todo-going-on = Going on now, until { $time }
todo-going-on-still = Going on now, past its time
