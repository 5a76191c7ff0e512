-- CreateIndex
CREATE INDEX "enrolment_run_id_id_idx" ON "enrolment"("run_id", "id");

-- CreateIndex
CREATE INDEX "enrolment_customer_id_id_idx" ON "enrolment"("customer_id", "id");
