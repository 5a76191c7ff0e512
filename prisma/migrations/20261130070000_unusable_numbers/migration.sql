-- AlterTable
-- Why a number is marked, and since when. Of one that was marked before, nobody knows.
ALTER TABLE "customer" ADD COLUMN     "unusable_because" TEXT,
ADD COLUMN     "unusable_since" TIMESTAMPTZ(3);
