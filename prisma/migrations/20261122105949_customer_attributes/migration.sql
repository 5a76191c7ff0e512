-- CreateEnum
CREATE TYPE "attribute_type" AS ENUM ('text', 'number', 'boolean', 'date', 'list');

-- CreateTable
CREATE TABLE "customer_attribute" (
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" "attribute_type" NOT NULL,

    CONSTRAINT "customer_attribute_pkey" PRIMARY KEY ("project_id","name")
);
