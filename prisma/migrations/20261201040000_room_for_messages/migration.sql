-- A message is changed three or four times. With room in its page what it becomes stays there, and only its claim, which names its
-- request, its return and its hand-over have to be written to every index again.
ALTER TABLE "message" SET (fillfactor = 45);
