-- CreateEnum
CREATE TYPE "audience_range_status" AS ENUM ('waiting', 'running', 'finished', 'cancelled', 'failed');

-- CreateTable
CREATE TABLE "audience_range" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "request" JSONB NOT NULL,
    "data_stamp" TEXT NOT NULL,
    "status" "audience_range_status" NOT NULL DEFAULT 'waiting',
    "turn" INTEGER NOT NULL DEFAULT 1,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "counted_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "ordered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audience_range_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audience_range_project_id_ordered_at_idx" ON "audience_range"("project_id", "ordered_at");

-- CreateIndex
CREATE UNIQUE INDEX "audience_range_project_id_content_hash_key" ON "audience_range"("project_id", "content_hash");
