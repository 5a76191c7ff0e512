-- AlterTable
ALTER TABLE "integration" ADD COLUMN     "fallback_integration_id" UUID,
ADD CONSTRAINT "integration_fallback" CHECK ("fallback_integration_id" <> "id");

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "handed_over_from" UUID;

-- CreateIndex
-- What a message is claimed with is in an index already, so that no other change of a message has to look after this one.
CREATE INDEX "message_run_id_integration_id_node_id_idx" ON "message"("run_id", "integration_id", "node_id")
  WHERE "handed_over_from" IS NOT NULL AND "batch_id" IS NULL;
