package io.fleetline.alerts;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface AlertNotificationRepository extends JpaRepository<AlertNotification, Long> {

    List<AlertNotification> findByAlertIdOrderBySentAt(Long alertId);
}
