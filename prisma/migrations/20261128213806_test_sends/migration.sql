-- AlterTable
ALTER TABLE "message" ADD COLUMN     "test_send_id" UUID,
ALTER COLUMN "run_id" DROP NOT NULL,
ALTER COLUMN "enrolment_id" DROP NOT NULL,
-- Whose message it is can always be told.
ADD CONSTRAINT "message_origin" CHECK (("run_id" IS NULL) <> ("test_send_id" IS NULL));

-- CreateTable
CREATE TABLE "test_send" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "scenario_id" UUID NOT NULL,
    "scenario_name" TEXT NOT NULL,
    "node" JSONB NOT NULL,
    "customer_id" UUID NOT NULL,
    "recipients" TEXT[] NOT NULL,
    "message_ids" UUID[] NOT NULL,
    "refusal" JSONB,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "test_send_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "test_send_scenario_id_created_at_idx" ON "test_send"("scenario_id", "created_at");

-- CreateIndex
CREATE INDEX "test_send_project_id_created_at_idx" ON "test_send"("project_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "test_send_project_id_key_key" ON "test_send"("project_id", "key");
