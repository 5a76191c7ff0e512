-- AlterTable
-- What its answer was worth. Of requests from before nobody knows.
ALTER TABLE "send_batch" ADD COLUMN     "error" TEXT;
