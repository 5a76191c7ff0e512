-- AlterEnum
ALTER TYPE "message_status" ADD VALUE 'expired';

-- AlterTable
ALTER TABLE "enrolment" ADD COLUMN "waits_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "message" ADD COLUMN "properties" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN "expires_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "frequency_use" (
    "message_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "policy_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "frequency_use_pkey" PRIMARY KEY ("message_id")
);

-- CreateIndex
CREATE INDEX "frequency_use_customer_id_policy_id_at_idx" ON "frequency_use"("customer_id", "policy_id", "at");
