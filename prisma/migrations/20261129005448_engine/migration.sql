-- AlterEnum
ALTER TYPE "run_status" ADD VALUE 'finishing';
ALTER TYPE "run_status" ADD VALUE 'stopped';

-- AlterEnum
ALTER TYPE "message_status" ADD VALUE 'cancelled';

-- AlterTable
ALTER TABLE "enrolment" ADD COLUMN "awaits" TEXT,
ADD COLUMN "depth" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN "ending" TEXT,
ADD COLUMN "entry_key" TEXT,
ADD COLUMN "event_id" UUID,
ADD COLUMN "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN "trigger_id" TEXT NOT NULL DEFAULT '',
ADD COLUMN "webhook" JSONB;

-- AlterTable
ALTER TABLE "run" ADD COLUMN "is_open" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "is_left" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "paused_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "limit_count" (
    "run_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "passed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "limit_count_pkey" PRIMARY KEY ("run_id","node_id")
);

-- CreateTable
CREATE TABLE "wake_cursor" (
    "id" INTEGER NOT NULL,
    "waits_until" TIMESTAMPTZ(3) NOT NULL,
    "enrolment_id" UUID NOT NULL,

    CONSTRAINT "wake_cursor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parked_job" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "queue" TEXT NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "parked_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_listener" (
    "run_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "is_trigger" BOOLEAN NOT NULL,

    CONSTRAINT "event_listener_pkey" PRIMARY KEY ("run_id","node_id")
);

-- CreateTable
CREATE TABLE "event_inbox" (
    "event_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "depth" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "event_inbox_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "last_entry" (
    "scenario_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "last_entry_pkey" PRIMARY KEY ("scenario_id","node_id","customer_id")
);

-- CreateTable
CREATE TABLE "trigger_time" (
    "run_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "fired_at" TIMESTAMPTZ(3) NOT NULL,
    "enrolled" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "trigger_time_pkey" PRIMARY KEY ("run_id","node_id","key")
);

-- CreateTable
CREATE TABLE "split_test" (
    "run_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "winner" TEXT,

    CONSTRAINT "split_test_pkey" PRIMARY KEY ("run_id","node_id")
);

-- CreateTable
CREATE TABLE "webhook_call" (
    "enrolment_id" UUID NOT NULL,
    "visit" INTEGER NOT NULL,
    "project_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "node_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "is_ok" BOOLEAN,
    "said" TEXT,
    "body" JSONB,

    CONSTRAINT "webhook_call_pkey" PRIMARY KEY ("enrolment_id","visit")
);

-- CreateIndex
CREATE INDEX "parked_job_run_id_idx" ON "parked_job"("run_id");

-- CreateIndex
CREATE INDEX "event_listener_project_id_type_idx" ON "event_listener"("project_id", "type");

-- CreateIndex
CREATE INDEX "webhook_call_run_id_answered_at_idx" ON "webhook_call"("run_id", "answered_at");

-- CreateIndex
CREATE INDEX "enrolment_waits_until_id_idx" ON "enrolment"("waits_until", "id") WHERE "waits_until" IS NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_run_id_trigger_id_customer_id_entry_key_key"
  ON "enrolment"("run_id", "trigger_id", "customer_id", "entry_key") WHERE "entry_key" IS NOT NULL;

-- The way of earlier walks begins at their trigger, and they began when they came to it as far as is known.
UPDATE "enrolment" SET "trigger_id" = coalesce("path"->0->>0, "node_id"), "started_at" = "entered_at";

-- Every walk changes its row again and again: room beside it keeps the changes on one page.
ALTER TABLE "enrolment" SET (fillfactor = 70);
ALTER TABLE "node_count" SET (fillfactor = 50);
ALTER TABLE "customer" SET (fillfactor = 85);
