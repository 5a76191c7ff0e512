-- A message is changed three or four times. With room in its page what it becomes stays there, and nothing but the claim, which names
-- its request, has to be written to every index again.
ALTER TABLE "message" SET (fillfactor = 45);
