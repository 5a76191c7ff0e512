-- CreateEnum
CREATE TYPE "rate_unit" AS ENUM ('messages', 'parts');

-- AlterTable
ALTER TABLE "integration" ADD COLUMN     "rate_unit" "rate_unit" NOT NULL DEFAULT 'messages';
