-- AlterTable
ALTER TABLE "message" ADD COLUMN     "silent_hours" JSONB;
