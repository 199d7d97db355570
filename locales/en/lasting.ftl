# What is made to last, and where it lives.
lasting-title = Make it last
lasting-lede = What lives only in people's heads leaves with them. You end up with a list of what works and the paper it now stands in.
lasting-guide = How this step works
lasting-add = Add what works
lasting-none-title = Nothing is on the list yet
lasting-none = Start with one way of working that you would miss.
lasting-deeper = How deep each one stands, cycle by cycle
lasting-name = What works
lasting-name-hint = Such as: One free period for each new teacher.
lasting-home = Where it is to live
lasting-home-hint = Contract words are written by those who bargain, never here.
lasting-home-board-policy = Board policy
lasting-home-budget = Budget
lasting-home-calendar = Calendar
lasting-home-contract = Contract
lasting-home-job-description = Job description
lasting-home-onboarding = How new people start
lasting-shown-by = What shows that it was tried
lasting-shown-by-hint = Such as: notes of the leadership team.
lasting-document = The document
lasting-document-hint = Its name and number, such as: Board policy 4120.
lasting-day = Date on the document
lasting-tested = Tested
lasting-proposed = Proposed
lasting-adopted = Adopted
lasting-in-force = In force
lasting-ended = No longer done
lasting-each-side = Each side has to say yes.
lasting-move-of = { $document }, { $day } · cycle { NUMBER($cycle) }
lasting-next-move = Move it one step further
lasting-new-title = Add what works
lasting-new-lede = It begins as tested. From there it goes deeper, one move at a time.
lasting-save = Put it on the list
lasting-back = Back to the list
lasting-stands = Now: { $state }.
lasting-to = Which step comes now?
lasting-move = Write down this step
lasting-added = It is on the list, as tested.
lasting-moved = The step is written down.
lasting-legal = A working list. It is not bargaining and changes no contract, policy or budget by itself.
lasting-no-home = Choose where it is to live.
lasting-no-day = Give the day as on the document.
lasting-no-day-ahead = That day has not come yet.
lasting-no-move = It does not go there from where it stands.
lasting-no-pending = The sides are asked about it just now.
lasting-no-same-name = Something of this name is on the list.
lasting-record-moved = { $who } noted a move to make something last: { $state ->
    [tested] tested
    [proposed] proposed
    [adopted] adopted by each side
    [in-force] in force
   *[other] no longer done
} ({ $day }).
