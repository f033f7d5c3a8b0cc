package io.parcelway.shipment.service;

import io.parcelway.shipment.api.CreateShipmentRequest;
import io.parcelway.shipment.domain.Customer;
import io.parcelway.shipment.domain.Recipient;
import io.parcelway.shipment.domain.Shipment;
import io.parcelway.shipment.domain.ShipmentStatus;
import io.parcelway.shipment.events.Outbox;
import io.parcelway.shipment.pricing.PricingClient;
import io.parcelway.shipment.pricing.Quote;
import io.parcelway.shipment.store.CustomerRepository;
import io.parcelway.shipment.store.ShipmentRepository;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Service
public class ShipmentService {

    private static final Logger log = LoggerFactory.getLogger(ShipmentService.class);

    private final CustomerRepository customers;
    private final ShipmentRepository shipments;
    private final PricingClient pricing;
    private final Outbox outbox;
    private final TrackingCodes codes;
    private final TransactionTemplate transaction;

    public ShipmentService(CustomerRepository customers, ShipmentRepository shipments, PricingClient pricing,
                           Outbox outbox, TrackingCodes codes, TransactionTemplate transaction) {
        this.customers = customers;
        this.shipments = shipments;
        this.pricing = pricing;
        this.outbox = outbox;
        this.codes = codes;
        this.transaction = transaction;
    }

    /** The quote is fetched before the transaction starts, so that no connection waits for the network. */
    public Shipment create(CreateShipmentRequest request) {
        Customer customer = customers.findByAccountNumber(request.accountNumber())
                .orElseThrow(() -> new ShipmentRefusedException("unknown account " + request.accountNumber()));
        if (customer.isBlocked()) {
            throw new ShipmentRefusedException("account " + request.accountNumber() + " is blocked");
        }
        Shipment shipment = assemble(customer, request);
        Quote quote = pricing.quote(shipment);
        shipment.priced(quote.quoteId(), quote.totalCents(), quote.currency());
        return transaction.execute(status -> {
            Shipment saved = shipments.save(shipment);
            outbox.add("shipment.created", saved);
            return saved;
        });
    }

    private Shipment assemble(Customer customer, CreateShipmentRequest request) {
        CreateShipmentRequest.Address to = request.recipient();
        Recipient recipient = new Recipient(
                to.name(), to.street(), to.postcode(), to.city(), to.country(), to.email());
        Shipment shipment = new Shipment(codes.next(), customer, request.serviceLevel(),
                request.senderCountry(), request.senderPostcode(), recipient);
        request.parcels().forEach(p ->
                shipment.addParcel(p.weightGrams(), p.lengthMm(), p.widthMm(), p.heightMm()));
        return shipment;
    }

    @Transactional(readOnly = true)
    public Shipment byTrackingCode(String code) {
        if (!codes.isValid(code)) {
            throw new ShipmentNotFoundException(code);
        }
        return shipments.findByTrackingCode(code).orElseThrow(() -> new ShipmentNotFoundException(code));
    }

    @Transactional(readOnly = true)
    public Page<Shipment> ofAccount(String accountNumber, int page) {
        return shipments.findByCustomerAccountNumberOrderByCreatedAtDesc(accountNumber, PageRequest.of(page, 50));
    }

    @Transactional
    public void changeStatus(String code, ShipmentStatus next, Instant at) {
        Shipment shipment = shipments.findByTrackingCode(code).orElse(null);
        if (shipment == null) {
            log.warn("scan of unknown shipment {}", code);
            return;
        }
        if (!shipment.moveTo(next, at)) {
            log.info("{} stays {}, {} ignored", code, shipment.getStatus(), next);
        }
    }

    @Transactional
    public Shipment cancel(String code) {
        Shipment shipment = byTrackingCode(code);
        if (!shipment.moveTo(ShipmentStatus.CANCELLED, Instant.now())) {
            throw new ShipmentRefusedException(code + " is " + shipment.getStatus() + " already");
        }
        outbox.add("shipment.cancelled", shipment);
        return shipment;
    }
}
