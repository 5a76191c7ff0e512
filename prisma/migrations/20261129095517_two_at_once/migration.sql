-- AlterTable
ALTER TABLE "customer_event" ADD COLUMN     "is_heard" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "run" ADD COLUMN     "begun_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "scenario_version" ADD COLUMN     "revision" INTEGER;

-- What was published over another run before this was noted counts as begun by itself.
UPDATE "run" SET "begun_at" = "started_at";
