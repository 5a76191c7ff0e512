-- AlterTable
ALTER TABLE "send_batch" ADD COLUMN     "not_found_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "integration" ADD COLUMN     "probed_until" TIMESTAMPTZ(3);
