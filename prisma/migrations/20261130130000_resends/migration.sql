-- AlterTable
ALTER TABLE "run" ADD COLUMN     "resend_node_id" TEXT,
ADD COLUMN     "resend_of_id" UUID;
