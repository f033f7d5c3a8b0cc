package com.guardline.claims.service;

import java.util.List;

import javax.ejb.LocalBean;
import javax.ejb.Stateless;
import javax.ejb.TransactionAttribute;
import javax.ejb.TransactionAttributeType;

import com.guardline.claims.dao.ReportingDao;

@Stateless
@LocalBean
public class ReportServiceBean {

    private final ReportingDao reportingDao = new ReportingDao();

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<String[]> run(String name, int year) {
        if ("lossRatio".equals(name)) {
            return reportingDao.lossRatioByBranch(year);
        }
        return reportingDao.partnerTurnover(year);
    }
}
