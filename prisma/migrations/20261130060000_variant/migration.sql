-- AlterTable
ALTER TABLE "enrolment" ADD COLUMN     "variant" TEXT;
