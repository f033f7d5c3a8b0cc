package com.guardline.claims.batch;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Calendar;
import java.util.Date;
import java.util.List;

import javax.ejb.Schedule;
import javax.ejb.Singleton;
import javax.ejb.TransactionAttribute;
import javax.ejb.TransactionAttributeType;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceContext;

import org.apache.log4j.Logger;

import com.guardline.claims.dao.BatchDao;
import com.guardline.claims.dao.PaymentDao;
import com.guardline.claims.model.PaymentRun;
import com.guardline.claims.util.AppConfig;
import com.guardline.claims.util.HolidayCalendar;

/**
 * 每个工作日 18:30 生成银行支付文件
 */
@Singleton
public class PaymentRunTimer {

    private static final Logger LOG = Logger.getLogger(PaymentRunTimer.class);

    @PersistenceContext(unitName = "claimsPU")
    private EntityManager em;

    private final PaymentDao paymentDao = new PaymentDao();
    private final BatchDao batchDao = new BatchDao();

    @Schedule(hour = "18", minute = "30", dayOfWeek = "Mon-Fri", persistent = true)
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void run() {
        if (!HolidayCalendar.isWorkingDay(Calendar.getInstance()) || batchDao.isRunning("PAYMENT_RUN")) {
            return;
        }
        Long batchId = batchDao.start("PAYMENT_RUN");
        PaymentRun run = new PaymentRun();
        run.setRunDate(new Date());
        run.setStatus("NEW");
        run.setTotal(BigDecimal.ZERO);
        em.persist(run);
        em.flush();
        int count = paymentDao.assignToRun(run.getId());
        List<String[]> lines = paymentDao.bankLines(run.getId());
        BigDecimal total = BigDecimal.ZERO;
        for (String[] line : lines) {
            total = total.add(new BigDecimal(line[1]));
        }
        try {
            run.setFileName(writeFile(run.getId(), lines));
            run.setStatus("WRITTEN");
        } catch (IOException e) {
            throw new IllegalStateException("bank file", e);
        }
        run.setPaymentCount(count);
        run.setTotal(total);
        batchDao.finish(batchId, count, "OK", run.getFileName());
        LOG.info("payment run " + run.getId() + ": " + count + " payments, " + total);
    }

    private String writeFile(Long runId, List<String[]> lines) throws IOException {
        File file = new File(AppConfig.get("bank.out.path", "/opt/claims/bank/out"), "PAY" + runId + ".txt");
        PrintWriter out = new PrintWriter(new OutputStreamWriter(new FileOutputStream(file), "GBK"));
        try {
            for (String[] line : lines) {
                out.println(line[0] + "|" + line[1] + "|" + line[2] + "|" + line[3] + "|" + line[4]);
            }
        } finally {
            out.close();
        }
        return file.getName();
    }
}
