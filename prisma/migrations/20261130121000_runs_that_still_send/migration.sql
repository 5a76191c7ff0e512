-- AlterTable
ALTER TABLE "run" ADD COLUMN     "is_settled" BOOLEAN NOT NULL DEFAULT false;

-- Runs whose walks are over, and of whose messages none is left to leave.
UPDATE "run" SET "is_settled" = true WHERE "status" = 'finished' AND (
  SELECT coalesce(sum(CASE "counter" WHEN 'enqueued' THEN "value" ELSE -"value" END), 0) FROM "node_count" c
  WHERE c."run_id" = "run"."id" AND c."counter" IN ('enqueued', 'sent', 'unsent', 'unknown', 'expired', 'cancelled')) <= 0;

-- CreateIndex
-- Whoever asks which runs still send looks at few of them.
CREATE INDEX "run_project_id_scenario_id_idx" ON "run"("project_id", "scenario_id") WHERE "status" = 'finished' AND NOT "is_settled";
