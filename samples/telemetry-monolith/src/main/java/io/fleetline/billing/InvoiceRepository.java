package io.fleetline.billing;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface InvoiceRepository extends JpaRepository<Invoice, Long> {

    boolean existsByContractIdAndBillingMonth(Long contractId, String billingMonth);

    @EntityGraph(attributePaths = {"lines", "contract"})
    Optional<Invoice> findWithLinesById(Long id);

    @EntityGraph(attributePaths = "contract")
    List<Invoice> findByContractCustomerIdOrderByBillingMonthDesc(long customerId);

    @EntityGraph(attributePaths = "contract")
    List<Invoice> findByBillingMonthAndStateIn(String billingMonth, List<InvoiceState> states);

    @Query(value = "SELECT nextval('invoice_number_seq')", nativeQuery = true)
    long nextNumber();
}
