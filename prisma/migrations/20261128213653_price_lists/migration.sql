-- CreateTable
CREATE TABLE "price" (
    "integration_id" UUID NOT NULL,
    "country" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "project_id" UUID NOT NULL,
    "currency" TEXT NOT NULL,
    "price" DECIMAL(10,6) NOT NULL,

    CONSTRAINT "price_pkey" PRIMARY KEY ("integration_id","country","valid_from")
);

-- CreateIndex
CREATE INDEX "price_project_id_idx" ON "price"("project_id");
