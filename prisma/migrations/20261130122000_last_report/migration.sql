-- AlterTable
ALTER TABLE "integration" ADD COLUMN     "last_report_at" TIMESTAMPTZ(3);

-- Reports are applied as they come; the last of those that are kept is found by the index.
UPDATE "integration" i SET "last_report_at" = (SELECT max(r."applied_at") FROM "receipt" r WHERE r."integration_id" = i."id");
