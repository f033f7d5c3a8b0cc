package com.guardline.claims.partner;

import java.util.Date;

import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlType;

import com.guardline.claims.model.PartnerOrder;

@XmlType(name = "partnerOrder")
@XmlAccessorType(XmlAccessType.FIELD)
public class PartnerOrderXml {

    private String orderNo;
    private String orderKind;
    private String status;
    private Date dueDate;

    public PartnerOrderXml() {
        // for JAXB
    }

    public PartnerOrderXml(PartnerOrder order) {
        this.orderNo = order.getOrderNo();
        this.orderKind = order.getOrderKind();
        this.status = order.getStatus();
        this.dueDate = order.getDueDate();
    }
}
