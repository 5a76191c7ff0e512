-- Of those that were late only, as they are asked for (triggers/late-starts.ts): few, however long a run goes on.
CREATE INDEX "trigger_time_run_id_fired_at_idx" ON "trigger_time"("run_id", "fired_at")
  WHERE "fired_at" - "due_at" > interval '1 minute';
