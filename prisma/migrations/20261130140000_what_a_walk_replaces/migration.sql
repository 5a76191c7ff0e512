-- AlterTable
ALTER TABLE "enrolment" ADD COLUMN     "replaces" UUID[];

-- AlterTable
ALTER TABLE "run" ADD COLUMN     "first_id" UUID;
