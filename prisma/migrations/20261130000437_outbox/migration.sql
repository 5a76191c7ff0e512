-- CreateTable
CREATE TABLE "cancel_order" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "node_id" TEXT,
    "asked" INTEGER NOT NULL,
    "cancelled" INTEGER NOT NULL DEFAULT 0,
    "ordered_by" TEXT NOT NULL,
    "ordered_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "cancel_order_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "cancel_order_project_id_id_idx" ON "cancel_order"("project_id", "id");

-- While one is carried out, a second of the same run would count its messages as having come too late.
CREATE UNIQUE INDEX "cancel_order_run_id_key" ON "cancel_order"("run_id") WHERE "ended_at" IS NULL;

-- Requests that wait for a person: few. Messages themselves have no index by status, as every change of it would have to keep it.
CREATE INDEX "send_batch_project_id_id_idx" ON "send_batch"("project_id", "id") WHERE "status" = 'unknown';

-- What ended at the operator's no without having been sent was counted by what it became only: from now on it is counted by itself,
-- so that those that wait are what is left.
INSERT INTO "node_count" ("run_id", "node_id", "counter", "slot", "project_id", "value")
SELECT "run_id", "node_id", 'unsent', 0, "project_id", count(*) FROM "message"
WHERE "run_id" IS NOT NULL AND "status" IN ('failed', 'rejected') AND "sent_at" IS NULL GROUP BY 1, 2, 5;
